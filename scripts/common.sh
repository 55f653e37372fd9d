# Sourced by ./dirigent and ./test: finds a JDK, runs Maven with one line per stage.
# Plain bash 3.2, so that it also runs on macOS.

jdk_needed=25

say() { printf '%s\n' "$*" >&2; }

# The feature version of the JDK in folder $1, or nothing when it is not a JDK.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  local version=""
  if [ -f "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  printf '%s' "$version"
}

# Sets and exports JAVA_HOME to a JDK of the version needed; exits with advice when there is none.
find_jdk() {
  local candidate version newer="" on_path=""
  if command -v javac >/dev/null 2>&1; then
    on_path=$(command -v javac)
    while [ -L "$on_path" ]; do
      local link
      link=$(readlink "$on_path")
      case $link in
        /*) on_path=$link ;;
        *) on_path=$(dirname "$on_path")/$link ;;
      esac
    done
    on_path=$(dirname "$(dirname "$on_path")")
  fi
  local mac=""
  if [ -x /usr/libexec/java_home ]; then
    mac=$(/usr/libexec/java_home -v "$jdk_needed" 2>/dev/null || true)
  fi
  for candidate in "${JAVA_HOME:-}" "${JDK_HOME:-}" "$on_path" "$mac" \
    /usr/lib/jvm/* /usr/local/lib/jvm/* /usr/java/* /opt/* /opt/*/jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$candidate" ] && [ -d "$candidate" ] || continue
    version=$(jdk_version "$candidate")
    [ -n "$version" ] || continue
    if [ "$version" = "$jdk_needed" ]; then
      export JAVA_HOME=$candidate
      return 0
    fi
    if [ "$version" -gt "$jdk_needed" ] && [ -z "$newer" ]; then newer=$candidate; fi
  done
  if [ -n "$newer" ]; then
    export JAVA_HOME=$newer
    return 0
  fi
  say "Dirigent behöver JDK $jdk_needed eller senare, och ingen sådan hittades på datorn."
  say "Installera en (till exempel Eclipse Temurin $jdk_needed, adoptium.net) eller sätt JAVA_HOME."
  say ""
  say "Dirigent needs JDK $jdk_needed or later, and none was found on this machine."
  say "Install one (for example Eclipse Temurin $jdk_needed, adoptium.net) or set JAVA_HOME."
  exit 4
}

# need COMMAND SWEDISH ENGLISH: exits with advice when the command is missing.
need() {
  command -v "$1" >/dev/null 2>&1 && return 0
  say "Kommandot $1 saknas. $2"
  say "The command $1 is missing. $3"
  exit 4
}

need_build_tools() {
  need mvn "Installera Apache Maven 3.8 eller senare (Debian: apt-get install maven)." \
    "Install Apache Maven 3.8 or later (Debian: apt-get install maven)."
  need npm "Installera Node.js 20 eller senare." "Install Node.js 20 or later."
  local node
  node=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  if [ "${node:-0}" -lt 20 ]; then
    say "Node.js ${node:-?} är för gammal; 20 eller senare behövs."
    say "Node.js ${node:-?} is too old; 20 or later is needed."
    exit 4
  fi
}

# maven LOG ARGUMENTS…: everything to the log, one line per stage to the terminal. What fails is
# shown as it happens. Returns Maven's exit code.
maven() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  local terminal=0
  [ -t 2 ] && terminal=1
  # JDK 25 warns about Maven's own libraries at each start; that is noise for who builds.
  export MAVEN_OPTS="${MAVEN_OPTS:--Xmx1g} --sun-misc-unsafe-memory-access=allow"
  set +e
  mvn -B "$@" 2>&1 | tee "$log" | awk -v terminal="$terminal" '
    function clear() { if (shown) { printf "\r\033[K" > "/dev/stderr"; shown = 0 } }
    function line(text) { clear(); print text > "/dev/stderr"; fflush("/dev/stderr") }
    /Downloaded from/ {
      fetched++
      if (terminal && fetched % 5 == 0) {
        printf "\r    %d files fetched", fetched > "/dev/stderr"
        fflush("/dev/stderr")
        shown = 1
      }
      next
    }
    /^\[INFO\] Building Dirigent / {
      stage = $0
      sub(/^\[INFO\] Building Dirigent */, "", stage)
      sub(/ *0\.[0-9.]+[-A-Z]* */, " ", stage)
      if (stage ~ /^[a-z]/) line("  " stage)
      next
    }
    # What Maven says about itself after a failure; the failure stands above it.
    /^\[ERROR\] *$/ || /Re-run Maven|\[Help 1\]|For more information|To see the full stack/ { next }
    /After correcting the problems|mvn <args>|dump files \(if any exist\)/ { next }
    /^\[ERROR\]/ { line("    " $0); next }
    /^console: / || /Tests run:.*Time elapsed/ { sub(/^\[[A-Z]+\] /, ""); line("    " $0) }
    END { clear(); if (fetched) line("  " fetched " files fetched from Maven Central") }
  '
  local code=${PIPESTATUS[0]}
  set -e
  return "$code"
}
