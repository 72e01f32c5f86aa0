# Finds a JDK 25 or newer, wherever it is installed, and exports JAVA_HOME. Sourced by ./aiwiki and
# ./build. Reads the `release` file that every JDK carries instead of starting each one: milliseconds.

jdk_major() { # the major version of the JDK in folder $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# One folder a line; patterns that match nothing stay as they are and are passed over.
jdks_of_this_machine() {
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /usr/local/lib/jvm/* /usr/lib64/jvm/* \
    /opt/jdk* /opt/java/* /opt/*/jdk* /opt/openjdk* /opt/temurin* /opt/zulu* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

jdks_of_this_user() {
  printf '%s\n' "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.local/share/rtx/installs/java/* "$HOME"/.jenv/versions/* "$HOME"/.jabba/jdk/* \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home
}

# The first JDK 25, else the first newer one.
find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=
  found=
  while IFS= read -r candidate; do
    major=$(jdk_major "$candidate")
    case $major in
      '' | *[!0-9]*) continue ;;
      25) found=$candidate; break ;;
    esac
    [ "$major" -lt 25 ] || found=${found:-$candidate}
  done <<END
${JAVA_HOME:-}
${on_path%/bin/javac}
$(jdks_of_this_machine)
$(jdks_of_this_user)
END
  [ -n "$found" ] || return 1
  JAVA_HOME=$found
  export JAVA_HOME
}

require_jdk() {
  find_jdk && return 0
  cat >&2 <<'END'
No JDK 25 (or newer) was found.

Looked at JAVA_HOME, at javac on the PATH, and in the usual folders: /usr/lib/jvm, /opt, /usr/java,
SDKMAN, asdf, mise, jenv, jabba, Gradle, IntelliJ, Homebrew, /Library/Java.

Install one, for example
  Debian, Ubuntu   apt-get install openjdk-25-jdk   (or Temurin's temurin-25-jdk)
  Fedora           dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25
  anywhere         sdk install java 25-tem          (https://sdkman.io)
or point JAVA_HOME at one. It does not have to be the `java` on the PATH.
END
  return 1
}

require_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "Maven (mvn) was not found on the PATH; version 3.8.7 or newer is needed. Debian: apt-get install maven" >&2
  return 1
}
