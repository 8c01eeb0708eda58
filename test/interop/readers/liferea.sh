# Runs Liferea on the session bus that this is started on. For each line on standard input it refreshes every feed, and
# prints a line when that is done; at the end of input Liferea ends.
call() {
  gdbus call --session --dest org.gnome.feed.Reader --object-path /org/gnome/feed/Reader \
    --method "org.gnome.feed.Reader.$@" >/dev/null
}

liferea >/dev/null &
reader=$!
gdbus wait --session --timeout 30 org.gnome.feed.Reader || exit
# Without NetworkManager it takes itself for offline.
call SetOnline true
# It is on the bus before it has read its list of feeds.
sleep 3
while read -r _; do
  call Refresh
  # Nothing on the bus tells when it has done.
  sleep 5
  echo refreshed
done
kill "$reader"
wait "$reader"
