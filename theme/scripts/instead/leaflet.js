/** Of Leaflet what maps use, part by part: as a whole it is larger by half. */

import { Map as LeafletMap } from "../../node_modules/leaflet/src/map/Map.js";

import "../../node_modules/leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "../../node_modules/leaflet/src/map/handler/Map.Drag.js";
import "../../node_modules/leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "../../node_modules/leaflet/src/map/handler/Map.TouchZoom.js";
import { SVG } from "../../node_modules/leaflet/src/layer/vector/SVG.js";

export * as DomUtil from "../../node_modules/leaflet/src/dom/DomUtil.js";
export { LatLngBounds } from "../../node_modules/leaflet/src/geo/LatLngBounds.js";
export { toPoint as point } from "../../node_modules/leaflet/src/geometry/Point.js";
export { Layer } from "../../node_modules/leaflet/src/layer/Layer.js";
export { DivIcon } from "../../node_modules/leaflet/src/layer/marker/DivIcon.js";
export { Marker } from "../../node_modules/leaflet/src/layer/marker/Marker.js";
export { TileLayer } from "../../node_modules/leaflet/src/layer/tile/TileLayer.js";
export { Circle } from "../../node_modules/leaflet/src/layer/vector/Circle.js";
export { Polygon } from "../../node_modules/leaflet/src/layer/vector/Polygon.js";
export { LeafletMap as Map };

// Leaflet's own has a canvas too, which no map of ours draws areas on.
LeafletMap.include({
  getRenderer() {
    this._renderer ??= new SVG();
    if (!this.hasLayer(this._renderer)) this.addLayer(this._renderer);
    return this._renderer;
  },
});
