# Keeps what a start of `serve` loads beside the jar, parsed, linked and with the compiler's notes, so that
# later starts are ready in half the time (docs/decisions/java-flags.md). Only a help: the launcher does
# without it. Arguments: the folder of the program, the JDK.
app=$(cd "$1" && pwd -P) || exit 0
java=$2/bin/java
work=$(mktemp -d) || exit 0
rm -f "$app/server.aot" "$app/server.home"
# So that what cannot be made here is not tried at each start; who interrupts it is asked again.
printf '%s\n' "none $app $2" >"$app/server.home"
trap 'rm -rf "$work" "$app/server.home"; trap - INT TERM; kill -INT $$' INT TERM
AIWIKI_DATA_DIR=$work/data "$java" -XX:+UseSerialGC -XX:AOTCacheOutput="$work/server.aot" -Xlog:disable \
  -jar "$app/aiwiki.jar" serve --port 0 --management-port 0 --rehearse >/dev/null 2>&1 &&
  mv "$work/server.aot" "$app/server.aot" 2>/dev/null &&
  printf '%s\n' "$app $2" >"$app/server.home"
rm -rf "$work"
exit 0
