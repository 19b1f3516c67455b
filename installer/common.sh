# SPDX-License-Identifier: MPL-2.0
# shellcheck shell=bash
# What installer/run, tests/run and the other scripts share. Source it; it starts nothing by itself.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "== $*"; }
warn() { printf '%s\n' "!! $*" >&2; }
die() {
    warn "$*"
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Prints "package<TAB>what it is" for each package of the given sets that is not there.
missing_packages() {
    local set package command what wanted=" $* "
    while read -r set package command what; do
        case "$wanted" in *" $set "*) ;; *) continue ;; esac
        [ "$command" != - ] && command -v "$command" >/dev/null && continue
        if command -v dpkg-query >/dev/null; then
            dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed && continue
        elif [ "$command" = - ]; then
            continue # only CMake can tell whether a library is there, and it names what it misses
        fi
        printf '%s\t%s\n' "$package" "$what"
    done < <(grep -v '^#' "$top/installer/packages") | sort -u
}

# Installs what is missing of the given sets, or names it where that cannot be done here.
install_missing() {
    local missing packages
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null; then
        warn 'This system has no apt, so nothing is installed. Missing here:'
        printf '%s\n' "$missing" | while IFS=$'\t' read -r package what; do
            warn "  $what (Debian calls it $package)"
        done
        return 1
    fi
    mapfile -t packages < <(printf '%s\n' "$missing" | cut -f 1)
    say "Installing ${#packages[@]} missing packages with apt: ${packages[*]}"
    as_root apt-get update -qq || warn 'apt-get update failed; going on with the package lists that are here'
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" ||
        die 'apt could not install the packages above.'
}

# build PRESET TARGET... configures the preset where that is still to do, and builds.
build() {
    local preset=$1 tree="$top/build/$1"
    shift
    if [ ! "$tree/build.ninja" -nt "$top/CMakePresets.json" ]; then
        say "Configuring ($preset)"
        (cd "$top" && cmake --preset "$preset") || die 'CMake could not configure; what is missing stands above.'
    fi
    say "Building ($preset)"
    NINJA_STATUS='[%f/%t %es] ' ninja -C "$tree" "$@" || die 'The build failed; the first error stands above.'
}

# Installs the npm packages of tests/interop; again only when the lock file is not the one they were installed from.
install_node_packages() {
    local folder="$top/tests/interop"
    local stamp="$folder/node_modules/.installed-from"
    cmp -s "$folder/package-lock.json" "$stamp" && return
    say 'Installing the npm packages of the interoperability tests'
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error && cp package-lock.json "$stamp") ||
        die 'npm could not install the packages.'
}

# Points everything that programs keep for a person into a folder of its own.
private_home() {
    (umask 077 && mkdir "$1"/{config,data,cache,state,runtime})
    unset "${!TASKCLUSTER_@}"
    export HOME=$1 XDG_CONFIG_HOME=$1/config XDG_DATA_HOME=$1/data XDG_CACHE_HOME=$1/cache XDG_STATE_HOME=$1/state \
        XDG_RUNTIME_DIR=$1/runtime LANG=C.UTF-8 LC_ALL=C.UTF-8 LANGUAGE='' TZ=UTC
}

# Starts a virtual display of the given size and sets DISPLAY and display_pid; stop_display ends it.
start_display() {
    local number fifo
    fifo=$(mktemp -u) && mkfifo -m 600 "$fifo"
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$fifo" 2>/dev/null &
    display_pid=$!
    read -r -t 20 number <"$fifo" || die 'The virtual display (Xvfb) did not start.'
    rm -f "$fifo"
    export DISPLAY=":$number"
    unset WAYLAND_DISPLAY
}

stop_display() {
    [ -z "${display_pid:-}" ] || kill "$display_pid" 2>/dev/null || true
    display_pid=
}
