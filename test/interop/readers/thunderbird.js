// Run within Thunderbird: subscribes to the addresses, or asks them again where it has; then tells the files in
// which each feed's messages lie.
// biome-ignore lint/complexity/noArguments: Marionette makes this the body of a function.
const [urls, done] = arguments;
const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
const { FeedUtils } = ChromeUtils.importESModule("resource:///modules/FeedUtils.sys.mjs");
const { Feed } = ChromeUtils.importESModule("resource:///modules/Feed.sys.mjs");

const progress = FeedUtils.progressNotifier;

async function settled() {
  do await new Promise((resolve) => setTimeout(resolve, 200));
  while (progress.mNumPendingFeedDownloads > 0);
  // It writes what it has read a little later.
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** Each address has an account of its own, as an id is there only once in an account. */
async function subscribe(url) {
  const root = FeedUtils.createRssAccount(url).incomingServer.rootFolder;
  const feed = new Feed(url, root);
  feed.quickMode = false;
  feed.options = FeedUtils.getOptionsAcct(feed.server);
  progress.init(null, true);
  progress.mNumPendingFeedDownloads++;
  feed.download(true, progress);
  await settled();
}

const folders = () =>
  FeedUtils.getAllRssServerRootFolders()
    .flatMap((root) => root.subFolders)
    .filter((folder) => FeedUtils.getFeedUrlsInFolder(folder)?.length > 0);

async function visit() {
  const known = folders();
  if (known.length === 0) for (const url of urls) await subscribe(url);
  for (const folder of known) {
    await FeedUtils.downloadFeed(folder, null, false, null);
    await settled();
  }
  return folders().map((folder) => [FeedUtils.getFeedUrlsInFolder(folder)[0], folder.filePath.path]);
}

visit().then(done, (error) => done(String(error)));
