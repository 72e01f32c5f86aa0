# What some tests need beyond git, Maven and a JDK: installed where that is allowed (Debian as root),
# otherwise the tests concerned say by name that they were left out.
set -u

missing=
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/lib/*/libtree-sitter.so.0 >/dev/null 2>&1 || missing="$missing libtree-sitter0"
command -v curl >/dev/null 2>&1 || missing="$missing curl"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing for the tests:$missing"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } \
    >/tmp/aiwiki-test-needs.log 2>&1 || echo "Could not install$missing; see /tmp/aiwiki-test-needs.log"
fi
for package in $missing; do
  case $package in
    chromium) command -v chromium >/dev/null 2>&1 || echo "Left out without chromium: the tests named *BrowserTest and *InChromiumTest, and the walk of e2e" ;;
    postgresql) ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo "Left out without postgresql: OutsideDatabaseTest" ;;
    curl) command -v curl >/dev/null 2>&1 || echo "Left out without curl: the examples in ServerWalkTest" ;;
    libtree-sitter0) ls /usr/lib/*/libtree-sitter.so.0 >/dev/null 2>&1 ||
      echo "Without libtree-sitter0 the parser tests run on the bundled core alone" ;;
  esac
done
exit 0
