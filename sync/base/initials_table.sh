#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# initials_table.sh UNIHAN_READINGS.txt.bz2: {code point, bits of the letters it may begin with}, by code point.
set -euo pipefail
export LC_ALL=C

# Of kMandarin the first reading, which is the mainland's; of the dictionary of 1983 all, behind their places.
bzcat "$1" |
    sed -nE 's/^U\+([0-9A-F]+)\tkMandarin\t([^ ]+).*/\1 \2/p; s/^U\+([0-9A-F]+)\tkXHC1983\t(.*)/\1 \2/p' |
    sed -E 's/[0-9.,*]+://g
            s/ (ā|á|ǎ|à)/ a/g; s/ (ē|é|ě|è|ê)/ e/g; s/ (ō|ó|ǒ|ò)/ o/g; s/ (ń|ň|ǹ)/ n/g; s/ (ḿ|m̀)/ m/g' |
    awk '
        function code(hex,    i, n) {
            n = 0
            for (i = 1; i <= length(hex); i++) n = n * 16 + index("0123456789ABCDEF", substr(hex, i, 1)) - 1
            return n
        }
        { for (i = 2; i <= NF; i++) { letter = substr($i, 1, 1); if (letter ~ /[a-z]/) seen[code($1) " " letter] }
          known[code($1)] }
        END {
            for (c in known) {
                bits = 0; power = 1
                for (k = 1; k <= 26; k++) {
                    if ((c " " substr("abcdefghijklmnopqrstuvwxyz", k, 1)) in seen) bits += power
                    power *= 2
                }
                if (bits > 0) printf "{%d, %d},\n", c, bits
            }
        }' | sort -t '{' -k 2n
