# Keeps the classes of the program parsed beside the jar, so that every start saves a quarter of a second,
# and a build or a question half of one. Only a help: the launcher does without it. Arguments: the folder
# of the program, the JDK.
app=$1
java=$2/bin/java
rm -f "$app/classes.jsa"
"$java" "$(dirname "$0")/Unsign.java" "$app/lib" || exit 0
work=$(mktemp -d) || exit 0
trap 'rm -rf "$work"' EXIT

# What a command loads, one list for all: names first to last, without what ties a list to its run.
loaded() {
  AIWIKI_DATA_DIR=$work/data "$java" -XX:+UseSerialGC -XX:DumpLoadedClassList="$work/list" -Xlog:disable \
    -jar "$app/aiwiki.jar" "$@" >/dev/null 2>&1 || exit 0
  awk '/^#/ || /source:/ { next } !/^@/ { $0 = $1 } { print }' "$work/list" >>"$work/all"
}
commit() {
  git -C "$work/sample" add . && git -C "$work/sample" -c user.name=aiwiki -c user.email=aiwiki@localhost \
    -c commit.gpgsign=false commit -q -m "$1"
} >/dev/null 2>&1

mkdir -p "$work/sample"
printf '/** A class. */\npublic class Sample {\n  void run() {}\n}\n' >"$work/sample/Sample.java"
printf '# Sample\n\nA sample that exists to load the classes of the program once.\n' >"$work/sample/README.md"
git -C "$work/sample" init -q >/dev/null 2>&1 && commit "A sample"
loaded build "$work/sample" --out "$work/out" -q
printf 'class Other {}\n' >"$work/sample/Other.java"
commit "Another class"
loaded build "$work/sample" --out "$work/out" -q
loaded ask --wiki "$work/out" "what does the sample do"
awk '!seen[$0]++' "$work/all" >"$work/classes"
"$java" -XX:+UseSerialGC -Xshare:dump -XX:SharedClassListFile="$work/classes" \
  -XX:SharedArchiveFile="$work/classes.jsa" -Xlog:disable -jar "$app/aiwiki.jar" >/dev/null 2>&1 &&
  mv "$work/classes.jsa" "$app/classes.jsa" 2>/dev/null
exit 0
