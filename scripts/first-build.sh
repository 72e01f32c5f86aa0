# Builds what ships, once: quietly, with progress on standard error. Called by ./aiwiki with JAVA_HOME
# set and the project's folder as argument.
set -eu
. "$1/scripts/find-jdk.sh"
require_maven
cd "$1"
mkdir -p cli/target
log=cli/target/first-build.log
lock=cli/target/.building

# Two first runs at once: the second waits for the first.
waited=0
until mkdir "$lock" 2>/dev/null; do
  [ $waited -eq 0 ] && echo "aiwiki: another first build is running; waiting for it" >&2
  waited=$((waited + 1))
  if [ $waited -gt 900 ]; then
    echo "aiwiki: still waiting after 15 minutes. If no other build runs, remove $1/$lock" >&2
    exit 1
  fi
  sleep 1
done
trap 'rmdir "$lock" 2>/dev/null || true' EXIT INT TERM
[ $waited -gt 0 ] && [ -f cli/target/app/built ] && exit 0

echo "aiwiki: first use, building (a minute or two; the network is needed this once)" >&2
terminal=0
[ -t 2 ] && terminal=1
started=$(date +%s)
status=0
{ mvn -B -Pship -pl cli -am -Dmaven.test.skip=true package 2>&1 || echo "MAVEN FAILED"; } |
  awk -v log_file="$log" -v terminal=$terminal '
    { print > log_file }
    /^Downloaded from|Downloaded from/ { downloads++ }
    /Building AI Wiki Builder: / { step = $0; sub(/^.*Builder: */, "", step); sub(/ [0-9.]+ .*$/, "", step); changed = 1 }
    /^MAVEN FAILED/ { failed = 1 }
    {
      if (terminal) { if (changed || downloads % 5 == 0) printf "\r  %s, %d files downloaded\033[K", step, downloads > "/dev/stderr" }
      else if (changed) printf "  %s\n", step > "/dev/stderr"
      changed = 0
    }
    END { if (terminal) printf "\r\033[K" > "/dev/stderr"; exit failed }' || status=1
if [ $status -ne 0 ]; then
  echo "aiwiki: the build failed. The last errors:" >&2
  grep -E '^\[ERROR\]' "$log" | head -n 8 >&2 || tail -n 8 "$log" >&2
  echo "aiwiki: the whole log is $1/$log" >&2
  exit 1
fi
sh scripts/class-archive.sh cli/target/app "$JAVA_HOME"
rm -f cli/target/app/server.aot cli/target/app/server.home # of the jars before
touch cli/target/app/built
echo "aiwiki: built in $(($(date +%s) - started)) s" >&2
