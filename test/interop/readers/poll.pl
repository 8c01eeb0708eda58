# Visits the addresses on standard input (a JSON list), as a program that polls, and keeps in state.json what it needs to do
# so again; prints what each address has told so far.
use strict;
use warnings;
no warnings 'once';
use JSON::PP;
use URI::Fetch;
use XML::Feed;

# Otherwise XML::Atom gives bytes for text.
$XML::Atom::ForceUnicode = 1;

my $json = JSON::PP->new->utf8;

sub slurp { local $/; open my $file, "<", shift or return "{}"; return scalar <$file> }

sub shown {
    my $entry = shift;
    return {
        id => $entry->id,
        title => $entry->title,
        published => $entry->issued ? $entry->issued->epoch : undef,
        bodyHtml => $entry->content->body // "",
    };
}

sub visit {
    my ($url, $known) = @_;
    my $answer = URI::Fetch->fetch($url, ETag => $known->{etag}, LastModified => $known->{modified})
        or die "$url: " . URI::Fetch->errstr;
    return $known if $answer->status == URI::Fetch::URI_NOT_MODIFIED();
    my $content = $answer->content;
    my $feed = XML::Feed->parse(\$content) or die "$url: " . XML::Feed->errstr;
    my @entries = map { shown($_) } $feed->entries;
    return { etag => $answer->etag, modified => $answer->last_modified, entries => \@entries };
}

my $state = $json->decode(slurp("state.json"));
local $/;
$state = { map { $_ => visit($_, $state->{$_} // {}) } @{ $json->decode(scalar <STDIN>) } };
open my $file, ">", "state.json" or die $!;
print $file $json->encode($state);
close $file;
print $json->encode({ map { $_ => $state->{$_}{entries} } keys %$state });
