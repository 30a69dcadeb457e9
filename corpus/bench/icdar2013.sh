#!/usr/bin/env bash
# Compares the tables that Trích and tabula-java find on the documents of the ICDAR 2013 table competition: adjacency
# relations found, per document, pooled, and as means over documents (the competition's way).
#
#   corpus/bench/icdar2013.sh FOLDER [WORK]
#
# FOLDER holds NAME.pdf with NAME-str.xml beside it; WORK keeps what the extractors wrote (default: a new folder).
# tabula-java comes from Maven Central; it runs in the ways its command line offers: guessed areas with the method
# chosen by itself, with ruling lines (lattice), without (stream).
set -eu

[ $# -ge 1 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
truth=$(cd "$1" && pwd -P)
work=${2:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd -P)

pdfs=()
for xml in "$truth"/*-str.xml; do
  pdf=${xml%-str.xml}.pdf
  if [ -f "$pdf" ]; then pdfs+=("$pdf"); fi
done

"$home/trich" extract "${pdfs[@]}" --out "$work/trich" || echo "trich extract ended with $?" >&2

mvn -q -B -f "$here/tabula/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/tabula.path"
tabula() { # NAME OPTION...
  local out=$work/$1
  shift
  mkdir -p "$out"
  cp "${pdfs[@]}" "$out"
  java -Xmx1g -Dorg.slf4j.simpleLogger.defaultLogLevel=off -cp "$(cat "$work/tabula.path")" \
    technology.tabula.CommandLineApp -i -f JSON -p all "$@" -b "$out" >/dev/null 2>&1
  rm -f "$out"/*.pdf
}
tabula tabula-guess -g
tabula tabula-lattice -l
tabula tabula-stream -g -t

java -Xmx1g -cp "$(cat "$home/target/run/current")/*" vn.trich.corpus.score.icdar.TableBenchmark "$truth" \
  trich="$work/trich" tabula-guess="$work/tabula-guess" tabula-lattice="$work/tabula-lattice" \
  tabula-stream="$work/tabula-stream"
echo "written to $work" >&2
