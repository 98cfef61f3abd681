# Sourced by ./tanlian and ./mvnw: sets JAVA_HOME to a JDK 25 or newer, or says how to get one.

TANLIAN_JDK_MIN=25

# Prints the feature version (25) of the JDK in folder $1, or nothing where there is none.
jdk_feature_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_is_new_enough() {
  jdk_version=$(jdk_feature_version "$1")
  [ -n "$jdk_version" ] && [ "$jdk_version" -ge "$TANLIAN_JDK_MIN" ]
}

# The JDK behind the javac on PATH, with symbolic links followed.
jdk_on_path() {
  jdk_javac=$(command -v javac) || return 0
  jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null || printf '%s' "$jdk_javac")
  dirname "$(dirname "$jdk_javac")"
}

find_jdk() {
  for jdk_home in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
    [ -n "$jdk_home" ] && jdk_is_new_enough "$jdk_home" && printf '%s' "$jdk_home" && return 0
  done
  if [ -x /usr/libexec/java_home ]; then
    jdk_home=$(/usr/libexec/java_home -v "$TANLIAN_JDK_MIN+" 2>/dev/null) || jdk_home=
    [ -n "$jdk_home" ] && printf '%s' "$jdk_home" && return 0
  fi
  for jdk_home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.jenv/versions/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    jdk_is_new_enough "$jdk_home" && printf '%s' "$jdk_home" && return 0
  done
  return 1
}

if ! JAVA_HOME=$(set +f; find_jdk); then
  cat >&2 <<EOF
Tanlian needs a JDK $TANLIAN_JDK_MIN or newer; none was found in JAVA_HOME, on PATH or in the usual folders.
Get one, then run the command again:
  Debian, Ubuntu   apt install temurin-25-jdk   (from the Adoptium package repository)
  macOS            brew install --cask temurin@25
  SDKMAN           sdk install java 25-tem
  by hand          https://adoptium.net/temurin/releases/?version=25, then export JAVA_HOME=/path/to/jdk-25
EOF
  exit 2
fi
export JAVA_HOME
