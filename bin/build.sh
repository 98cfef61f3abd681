# Sourced by ./tanlian and benchmarks/run: builds some modules once, and again when a source is newer.
# Needs: home (the project's folder), build_name, build_modules (for Maven's -pl), build_unused (a folder whose sources do not count).

stamp=$home/target/$build_name.built
log=$home/target/$build_name-build.log

needs_build() {
  [ -f "$stamp" ] || return 0
  [ -n "$(find "$home" \( -name target -o -name .git -o -path '*/src/test' -o -path "$home/$build_unused" \) -prune -o \
    -type f \( -name '*.java' -o -name pom.xml -o -path '*/src/main/resources/*' \) \
    -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

build() {
  echo "Building Tanlian (once; a few minutes where Maven has to fetch its libraries) ..." >&2
  status=$home/target/$build_name-build.status
  {
    "$home/mvnw" -B --no-transfer-progress -f "$home/pom.xml" -pl "$build_modules" -am \
      -Dmaven.test.skip=true -Dspotless.check.skip package 2>&1 &&
      echo 0 >"$status" || echo 1 >"$status"
  } | tee "$log" | sed -n 's/^\[INFO\] Building tanlian-\([a-z0-9-]*\) .*\(\[[0-9/]*\]\)$/  \2 \1/p' >&2
  if [ "$(cat "$status")" != 0 ]; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2 || true
    echo "The build failed; all of it is in $log" >&2
    exit 2
  fi
  touch "$stamp"
}

# Two first calls at once build one after the other.
mkdir -p "$home/target"
if needs_build; then
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$home/target/tanlian-build.lock"
    flock 9
    if needs_build; then build; fi
    exec 9>&-
  else
    build
  fi
fi
