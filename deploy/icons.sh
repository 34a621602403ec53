#!/bin/sh
# Draws the app's icons from our two drawings: the rounded one for home screens that take icons as they are, the full one for those that cut a shape.
# Wants vipsthumbnail (Debian: libvips-tools). Run after a change of app.svg or favicon.svg and commit what comes out.
set -eu
cd "$(dirname "$0")/../src/Storefront/wwwroot"
mkdir -p icons
draw() {
  vipsthumbnail "$1" --size "$3x$3" -o "$PWD/icons/$2-$3.png[strip,palette,compression=9]"
}
draw favicon.svg app 192
draw favicon.svg app 512
draw app.svg app 180
draw app.svg maskable 192
draw app.svg maskable 512
