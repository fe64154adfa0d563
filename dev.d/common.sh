# SPDX-License-Identifier: Apache-2.0
# Shared by ./dev and its parts: messages, Debian packages, building, a scratch folder that goes away.

jobs="$(nproc)"
qt_bin=/usr/lib/qt6/bin

packages_core=(build-essential cmake ninja-build pkg-config git ca-certificates libsqlite3-dev
    nlohmann-json3-dev libcurl4-openssl-dev libgtest-dev libgmock-dev libsodium-dev libzstd-dev
    libboost1.81-dev libssl-dev openssl libvalijson-dev libcli11-dev libspdlog-dev libfmt-dev
    librapidcheck-dev libcsv-dev libdtl-dev libgd-dev libpango1.0-dev libcairo2-dev libxlsxwriter-dev libzip-dev
    libpugixml-dev libzxing-dev libqrencode-dev unicode-data bzip2)
packages_qt=(qt6-base-dev qt6-declarative-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev
    qml6-module-qtquick qml6-module-qtqml qml6-module-qtqml-models qml6-module-qttest
    qml6-module-qtquick-controls qml6-module-qtquick-templates qml6-module-qtquick-layouts
    qml6-module-qtquick-window qml6-module-qtqml-workerscript qml6-module-qtquick-shapes
    qml6-module-qtquick-dialogs qml6-module-qt-labs-folderlistmodel qml6-module-qt-labs-settings
    qml6-module-qt-labs-qmlmodels qml6-module-qtcore qt6-translations-l10n fonts-wqy-microhei
    libgstreamer1.0-dev libgstreamer-plugins-base1.0-dev gstreamer1.0-plugins-base gstreamer1.0-plugins-good)
packages_test=(xvfb xauth sqlite3 jq poppler-utils fonts-wqy-microhei desktop-file-utils appstream man-db)
packages_drive=(xvfb xdotool fonts-wqy-microhei)
packages_run=(jq sqlite3)
packages_package=(dpkg-dev file gzip jq patchelf binutils xz-utils desktop-file-utils appstream)
packages_clean=(mmdebstrap jq)
packages_dictionary=(zstd)
packages_long=(clang-14 libclang-rt-14-dev llvm-14)
packages_lint=(clang-format-14 clang-tidy-14 jq)

say() { printf '%s\n' "dev: $*" >&2; }

fail() {
    say "$1"
    exit "${2:-1}"
}

# need_packages GROUP…: installs what these groups lack; asks nothing, touches nothing that is there.
need_packages() {
    local group name wanted=() missing=()
    for group in "$@"; do
        local -n names="packages_$group"
        wanted+=("${names[@]}")
    done
    command -v dpkg-query >/dev/null || { say "no dpkg here: trusting that all is installed"; return 0; }
    local installed
    installed="$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null || true)"
    for name in "${wanted[@]}"; do
        grep -qx "$name installed" <<<"$installed" || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    install_packages "${missing[@]}"
}

install_packages() {
    command -v apt-get >/dev/null || fail "this is made for Debian 12; install by hand what it calls: $*"
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "these packages are missing and only root can install them: $*"
        as_root=(sudo)
    fi
    if [[ " $* " == *" libboost1.81-dev "* ]] && dpkg-query -W libboost1.74-dev >/dev/null 2>&1; then
        say "Debian's libboost1.81-dev takes the place of libboost1.74-dev"
    fi
    say "installing Debian packages: $*"
    local options=(-y -q --no-install-recommends -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    "${as_root[@]}" apt-get update -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "$@" >&2
}

# The folder of a preset, as CMakePresets.json has it.
build_dir() { if [[ "$1" == dev ]]; then echo build; else echo "build/$1"; fi; }

# build PRESET [TARGET…]: configures when needed, then builds; ccache serves if it is there.
build() {
    local preset="$1" dir targets=()
    shift
    dir="$(build_dir "$preset")"
    (($#)) && targets=(--target "$@")
    local launcher=()
    if [[ ! -e "$dir/CMakeCache.txt" ]] && command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    export CCACHE_SLOPPINESS=pch_defines,time_macros
    cmake --preset "$preset" "${launcher[@]}" >/dev/null
    cmake --build "$dir" -j "$jobs" "${targets[@]}"
}

# A folder that ends with this script, however it ends: $scratch.
make_scratch() {
    scratch="$(mktemp -d "${TMPDIR:-/tmp}/fayi.XXXXXX")"
    chmod 700 "$scratch"
    trap 'rm -rf "$scratch"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

# No screen, no sound, nothing of the user's own settings.
quiet_environment() {
    mkdir -p -m 700 "$scratch/runtime" "$scratch/config" "$scratch/share"
    export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software LC_ALL=C.UTF-8
    export XDG_RUNTIME_DIR="$scratch/runtime" XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/share"
}

# Files of ours that git knows or would take, NUL-separated.
cpp_files() { git ls-files -z -co --exclude-standard -- '*.cpp' '*.h'; }
# The layout of one QML file, on standard output. The formatter of Qt 6.4 drops the value of this pragma.
format_qml() {
    "$qt_bin/qmlformat" "$1" 2>/dev/null | sed 's/^pragma ComponentBehavior$/pragma ComponentBehavior: Bound/'
}
qml_files() { git ls-files -z -co --exclude-standard -- '*.qml'; }
