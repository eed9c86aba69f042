#!/usr/bin/env perl
# Looks in Sources/Core for what compiles and yet cannot run on a small chip, or what would bring an
# outside thing into Core: prints file, line and the rule, and exits 1 if it found anything. Takes the
# names of the Core modules, the only ones Core may import. Comments and string literals are not read.
use strict;
use warnings;
use File::Find;

my %core = map { $_ => 1 } @ARGV;
my (@files, %class_protocol, $found);
find({ no_chdir => 1, wanted => sub { push @files, $_ if /\.swift$/ } }, 'Sources/Core');

my %code;
for my $file (sort @files) {
  open my $in, '<', $file or die "$file: $!";
  local $/;
  my $text = <$in>;
  $text =~ s{(#*)"""(?:.*?)"""\1}{my $lines = $& =~ tr/\n//; '""' . "\n" x $lines}gse;
  $text =~ s{/\*.*?\*/}{my $lines = $& =~ tr/\n//; "\n" x $lines}gse;
  $text =~ s{"(?:[^"\\\n]|\\.)*"}{""}g;
  $text =~ s{//.*}{}g;
  $code{$file} = [split /\n/, $text, -1];
  $class_protocol{$1} = 1 while $text =~ /\bprotocol\s+(\w+)[^{]*\bAnyObject\b/g;
}

my @rules = (
  [qr/\b(?:async|await)\b/, 'no async in Core: machines take events and return steps'],
  [qr/\bTask(?:\s*\{|\s*\(|\.detached|\.sleep)/, 'no Task in Core: whoever drives the machine waits'],
  [qr/(?:^|\s)actor\s+[A-Z]/, 'no actor in Core: the edge that owns the loop isolates it'],
  [qr/\b(?:Mutex|NSLock|weak|unowned)\b/, 'no locks and no weak references in Core'],
  [qr/\b(?:Mirror|AnyHashable|KeyPath|WritableKeyPath|Regex)\b/, 'no reflection, key paths or Regex in Core'],
  [qr/\b(?:Dictionary|Set)\s*[<(]|\[\s*[A-Z][\w.]*\s*:\s*[A-Z(\[]|\[:\]/,
    'no Dictionary or Set in Core: small sorted arrays'],
  [qr/\bthrows\b(?!\s*\()/, 'typed throws only in Core: throws(SomeError)'],
  [qr/\benum\s+\w+\s*:\s*String\b/, 'no String raw values in Core: they need the Unicode tables'],
  [qr/\bStringLiteralType\b|\bDouble\s*\(\s*""/, 'no text to floating point in Core: decimals are exact'],
);

sub report {
  my ($file, $line, $rule) = @_;
  printf "%s:%d: %s\n", $file, $line + 1, $rule;
  $found = 1;
}

for my $file (sort keys %code) {
  my $lines = $code{$file};
  for my $i (0 .. $#$lines) {
    local $_ = $lines->[$i];
    if (/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public\s+|package\s+|internal\s+|fileprivate\s+|private\s+)?import\s+(?:(?:struct|enum|class|protocol|func|var|typealias)\s+)?(\w+)/) {
      report($file, $i, "Core imports Core only, and $1 is not in it") unless $core{$1};
    }
    for my $rule (@rules) { report($file, $i, $rule->[1]) if $_ =~ $rule->[0] }
    while (/\bany\s+([A-Z]\w*)/g) {
      report($file, $i, "no `any $1` in Core: generics, enums, or a protocol of classes (: AnyObject)")
        unless $class_protocol{$1};
    }
  }
}
exit($found ? 1 : 0);
