# Keeps the classes of the program parsed and linked beside the jar, so that every start saves a quarter
# of a second. Only a help: the launcher does without it. Arguments: the folder of the program, the JDK.
app=$1
java=$2/bin/java
work=$(mktemp -d) || exit 0
mkdir -p "$work/sample"
printf '/** A class. */\npublic class Sample {\n  void run() {}\n}\n' >"$work/sample/Sample.java"
printf '# Sample\n\nA sample that exists to load the classes of the program once.\n' >"$work/sample/README.md"
rm -f "$app/classes.jsa"
AIWIKI_DATA_DIR=$work/data "$java" -XX:+UseSerialGC -XX:ArchiveClassesAtExit="$work/classes.jsa" -Xlog:disable \
  -jar "$app/aiwiki.jar" build "$work/sample" --out "$work/out" -q >/dev/null 2>&1 &&
  mv "$work/classes.jsa" "$app/classes.jsa" 2>/dev/null
rm -rf "$work"
exit 0
