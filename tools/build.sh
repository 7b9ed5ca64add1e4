# shellcheck shell=bash
# Sourced by ./sayso, ./test and .ci/run: installs packages and builds, but only when something changed.
# Everything here writes to standard error and leaves standard input alone: both belong to the program that runs next.

# The repository.
root=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")

say() { printf '%s\n' "$*" >&2; }

# packages SECTION...: the packages of these sections of tools/packages.txt.
packages() {
  local section
  for section in "$@"; do
    sed -n "s/^$section: //p" "$root/tools/packages.txt"
  done | tr '\n' ' '
}

# install_packages SECTION...: installs what is missing; without the right to do so, names the one line that does.
install_packages() {
  local wanted missing=() package have
  if ! command -v dpkg-query >/dev/null; then
    say "sayso: this is not Debian; going on with the compiler and libraries that are here"
    return 0
  fi
  read -ra wanted <<<"$(packages "$@")"
  # shellcheck disable=SC2016 # the braces are dpkg's
  have=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "${wanted[@]}" 2>/dev/null) "
  for package in "${wanted[@]}"; do
    [[ $have == *" installed:$package "* ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  mkdir -p "$root/build" || return 1

  local as_root=()
  if ((EUID != 0)); then
    if ! sudo -n true 2>/dev/null; then
      say "sayso needs some Debian packages first:"
      say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
      return 1
    fi
    as_root=(sudo -n)
  fi
  local log=$root/build/packages.log
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
  say "installing packages (once): ${missing[*]}"
  # A failing update need not matter: the install shows whether it does.
  "${as_root[@]}" "${apt[@]}" update >"$log" 2>&1 </dev/null || true
  if ! "${as_root[@]}" "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
    log_end "$log" "the packages could not be installed"
    return 1
  fi
}

# ensure_tools: puts the tools of tools/requirements.txt into build/tools/bin.
ensure_tools() {
  local list=$root/tools/requirements.txt folder=$root/build/tools log=$root/build/tools.log
  cmp -s "$list" "$folder/installed.txt" && return 0
  mkdir -p "$root/build" || return 1
  say "installing tools (once): $(grep -v '^#' "$list" | tr '\n' ' ')"
  if ! { rm -rf "$folder" && python3 -m venv "$folder" && "$folder/bin/pip" install -r "$list"; } >"$log" 2>&1 </dev/null; then
    log_end "$log" "the tools could not be installed (python3-venv missing?)"
    return 1
  fi
  cp "$list" "$folder/installed.txt"
}

# log_end FILE MESSAGE: the last lines of a log, and what they mean.
log_end() {
  tail -n 40 "$1" >&2
  say "sayso: $2; the full log is $1"
}

# progress: passes ninja's output on to the log and, on a terminal, shows how far it is.
progress() {
  local log=$1 label=$2 line
  while IFS= read -r line; do
    printf '%s\n' "$line"
    if [[ -t 2 && $line =~ ^\[([0-9]+/[0-9]+)\] ]]; then printf '\r%s ... %s ' "$label" "${BASH_REMATCH[1]}" >&2; fi
  done >>"$log"
}

# build_key: where and for which system a build was made; a build for another one is of no use.
build_key() {
  local system=''
  # In a subshell: os-release sets many variables.
  # shellcheck source=/dev/null
  [[ -r /etc/os-release ]] && system=$(. /etc/os-release && printf '%s' "${ID-}${VERSION_ID-}")
  printf '%s' "$root $system $HOSTTYPE"
}

# is_fresh STAMP PROGRAM KEY PATH...: true if the program is there and nothing in the paths changed since the stamp. A
# deleted or new file shows as a change of its folder.
is_fresh() {
  local stamp=$1 program=$2 key=$3 old=''
  shift 3
  [[ -f $stamp && -x $program ]] || return 1
  IFS= read -r old <"$stamp" || true
  [[ $old == "$key" && -z $(find "$@" -newer "$stamp" -print -quit 2>&1) ]]
}

# compile PRESET TARGET PACKAGE_SECTIONS KEY: called with the lock held.
compile() {
  local preset=$1 target=$2 sections=$3 key=$4
  local folder=$root/build/$preset log=$root/build/$preset.log label="building $2"
  local jobs=()
  [[ ${SAYSO_JOBS:-} =~ ^[1-9][0-9]*$ ]] && jobs=(-j "$SAYSO_JOBS")

  # shellcheck disable=SC2086 # a list of words
  install_packages $sections || return 1
  if [[ -f $folder/.key && $(<"$folder/.key") != "$key" ]]; then rm -rf "$folder"; fi
  mkdir -p "$folder" || return 1
  printf '%s' "$key" >"$folder/.key"

  printf '%s ...' "$label" >&2
  [[ -t 2 ]] || say ''
  : >"$log"
  # Always: ninja alone would not notice a folder of src/ that gets its first CMakeLists.txt.
  if ! (cd "$root" && cmake --preset "$preset") >>"$log" 2>&1 </dev/null; then
    [[ -t 2 ]] && say ''
    log_end "$log" "cmake found something missing"
    return 1
  fi
  if ! NINJA_STATUS='[%f/%t] ' ninja -C "$folder" "${jobs[@]}" "$target" 2>&1 </dev/null | progress "$log" "$label"; then
    [[ -t 2 ]] && say ''
    log_end "$log" "the build failed"
    return 1
  fi
  [[ -t 2 ]] && say 'done'
  return 0
}

# ensure_built PRESET TARGET PROGRAM PACKAGE_SECTIONS EXTRA_PATH...: builds TARGET, of which bin/PROGRAM is a part, into
# build/PRESET unless nothing changed since the last time. Two processes at once are fine: one builds, the other waits.
ensure_built() {
  local preset=$1 target=$2 program=$root/build/$1/bin/$3 sections=$4 path watched=() key lock
  shift 4
  for path in src include apps lexicon cmake CMakeLists.txt CMakePresets.json tools/packages.txt "$@"; do
    [[ -e $root/$path ]] && watched+=("$root/$path")
  done
  key=$(build_key)
  local stamp=$root/build/$preset/.stamp-$target
  is_fresh "$stamp" "$program" "$key ${watched[*]}" "${watched[@]}" && return 0

  if ! { mkdir -p "$root/build" && exec {lock}>"$root/build/.lock"; } 2>/dev/null; then
    say "sayso: $root/build cannot be written, and sayso has to be built there"
    return 1
  fi
  if ! flock -n "$lock"; then
    say "waiting for another build ..."
    flock "$lock"
  fi
  local status=0
  if ! is_fresh "$stamp" "$program" "$key ${watched[*]}" "${watched[@]}"; then
    # The stamp bears the time before the build: what changes meanwhile is built the next time.
    local begun=$root/build/.begun
    printf '%s\n' "$key ${watched[*]}" >"$begun"
    (set -o pipefail; compile "$preset" "$target" "$sections" "$key") || status=1
    if ((status == 0)); then mv "$begun" "$stamp"; else rm -f "$begun"; fi
  fi
  exec {lock}>&-
  return "$status"
}
