#!/usr/bin/env bash
# Times whole runs over the same scans: Tesseract alone, OCRmyPDF, and Trích, each with as many processes as cores.
#
#   corpus/bench/ocr.sh [-n RUNS] [-j JOBS] [-w WORK] SCAN.pdf...
#
# Prints the median of RUNS (default 3) runs in seconds and pages per minute. The first, untimed run of Trích builds it.
# WORK (default: a new folder) keeps for each tool an output folder (csv/documents.csv, text/) that
# `trich evaluate --gold GOLD --output WORK/TOOL` scores; Trích's holds all its records.
# Needs: tesseract with vie, ocrmypdf, poppler's pdftoppm, pdfinfo and pdftotext.
set -eu
export LC_ALL=C.UTF-8

runs=3
jobs=$(nproc)
work=
while getopts n:j:w: option; do
  case $option in
    n) runs=$OPTARG ;;
    j) jobs=$OPTARG ;;
    w) work=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -ge 1 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }
for tool in tesseract ocrmypdf pdftoppm pdfinfo pdftotext; do
  command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 2; }
done
home=$(cd "$(dirname "$0")/../.." && pwd -P)
work=${work:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd -P)
scans=("$@")

pages=0
for scan in "${scans[@]}"; do
  pages=$((pages + $(pdfinfo "$scan" | sed -n 's/^Pages: *//p')))
done

# An output folder with nothing but text: the file's name is its id.
open_folder() {
  rm -rf "$1"
  mkdir -p "$1/csv" "$1/text"
  printf '\357\273\277document_id,source_file\r\n' >"$1/csv/documents.csv"
}
list() { printf '%s,%s\r\n' "$2" "$3" >>"$1/csv/documents.csv"; }

with_tesseract() {
  local out=$work/tesseract pictures scan name page
  open_folder "$out"
  pictures=$(mktemp -d)
  for scan in "${scans[@]}"; do
    printf '%s\0%s\0' "$scan" "$pictures/$(basename "${scan%.*}")"
  done | xargs -0 -n 2 -P "$jobs" pdftoppm -r 300 -gray
  find "$pictures" -name '*.pgm' -print0 | sort -z |
    OMP_THREAD_LIMIT=1 xargs -0 -P "$jobs" -I '{}' tesseract '{}' '{}' -l vie >/dev/null 2>&1
  for scan in "${scans[@]}"; do
    name=$(basename "${scan%.*}")
    for page in "$pictures/$name"-*.pgm.txt; do cat "$page"; done >"$out/text/$name.txt"
    list "$out" "$name" "$(basename "$scan")"
  done
  rm -rf "$pictures"
}

with_ocrmypdf() {
  local out=$work/ocrmypdf result scan name force
  open_folder "$out"
  result=$(mktemp -d)
  for scan in "${scans[@]}"; do
    name=$(basename "${scan%.*}")
    force=
    # A page that bears a text layer is left alone unless it is forced.
    if [ -n "$(pdftotext "$scan" - | tr -d '[:space:]' | head -c 1)" ]; then force=--force-ocr; fi
    # shellcheck disable=SC2086 # $force is an option or nothing
    ocrmypdf -q -l vie --deskew --rotate-pages --jobs "$jobs" $force "$scan" "$result/$name.pdf"
    pdftotext "$result/$name.pdf" "$out/text/$name.txt"
    list "$out" "$name" "$(basename "$scan")"
  done
  rm -rf "$result"
}

with_trich() {
  rm -rf "$work/trich"
  "$home/trich" extract "${scans[@]}" --out "$work/trich" --workers "$jobs" >/dev/null 2>&1
}

"$home/trich" --version >/dev/null

printf '%d documents, %d pages, %d processes, median of %d runs\n' "${#scans[@]}" "$pages" "$jobs" "$runs"
printf '%-12s %10s %14s   %s\n' tool seconds pages/minute 'all runs'
for tool in tesseract ocrmypdf trich; do
  times=()
  for _ in $(seq "$runs"); do
    begin=$(date +%s.%N)
    "with_$tool" || { echo "$tool failed" >&2; exit 1; }
    times+=("$(awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f", b - a }')")
  done
  printf '%s\n' "${times[@]}" | sort -n | awk -v tool="$tool" -v pages="$pages" '
    { t[NR] = $1; all = all " " $1 }
    END { m = NR % 2 ? t[(NR + 1) / 2] : (t[NR / 2] + t[NR / 2 + 1]) / 2
          printf "%-12s %10.2f %14.1f  %s\n", tool, m, 60 * pages / m, all }'
done
echo "texts in $work" >&2
