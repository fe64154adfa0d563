// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick

/// Which day it is, as whoever has the clock says it.
QtObject {
    id: root

    /// () => "2026-03-18"; the window asks its session. Before: the civil day in China, whatever zone the computer is in.
    property var source: () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10)

    function today(): string {
        return root.source.call(null);
    }
}
