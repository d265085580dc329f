// The map of events: tiles of this server alone, days chosen with two sliders. Where it cannot run, the drawing of the page stays.
import { LngLatBounds, Map as MapLibre, NavigationControl, Popup, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import type { ExpressionSpecification, MapGeoJSONFeature, StyleSpecification } from 'maplibre-gl';

/** When the events may have been: the answer of /tiles/incidents/days. */
interface EventDays {
  /** The first day, counted from 1 January 1970. */
  readonly first: number;
  /** For each day from the first on, how many events may have been on it. */
  readonly events: readonly number[];
  /** For each ground: first day, last day, number of events, and so on. */
  readonly grounds: readonly (readonly number[])[];
}

const dayMilliseconds = 86_400_000;
const widestZoom = 12;

setWorkerUrl(new URL('/assets/map-worker.js', document.baseURI).href);

class HoldfireMap extends HTMLElement {
  #map: MapLibre | undefined;
  #days: EventDays = { first: 0, events: [], grounds: [] };
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');

  async connectedCallback(): Promise<void> {
    if (!document.createElement('canvas').getContext('webgl2')) {
      return;
    }

    try {
      const answer = await fetch(this.#address('/days'));
      if (!answer.ok) {
        return;
      }

      this.#days = (await answer.json()) as EventDays;
      if (this.#days.events.length > 0) {
        this.#begin();
      }
    } catch {
      // The drawing stays.
      this.replaceChildren();
    }
  }

  disconnectedCallback(): void {
    this.#map?.remove();
  }

  #begin(): void {
    const canvas = document.createElement('div');
    canvas.className = 'canvas';
    const days = this.#brush();
    this.append(canvas, days);
    const [west, south, east, north] = (this.dataset.bounds ?? '').split(',').map(Number);
    const map = new MapLibre({
      container: canvas,
      style: this.#style(),
      bounds: new LngLatBounds([west ?? -180, south ?? -60, east ?? 180, north ?? 75]),
      fitBoundsOptions: { padding: 30, maxZoom: 9 },
      maxZoom: 16,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      locale: { 'Map.Title': this.dataset.label ?? '', 'NavigationControl.ZoomIn': this.dataset.in ?? '+', 'NavigationControl.ZoomOut': this.dataset.out ?? '-' },
    });
    this.#map = map;
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), document.dir === 'rtl' ? 'top-left' : 'top-right');
    map.addControl(new ScaleControl({ unit: 'metric' }), document.dir === 'rtl' ? 'bottom-right' : 'bottom-left');
    map.on('load', () => {
      this.#choose();
      this.dataset.ready = 'true';
    });
    const pointed = ['points', 'spots', 'grounds', 'wide-lines'];
    map.on('click', pointed, e => {
      const found = map.queryRenderedFeatures(e.point, { layers: pointed });
      new Popup({ maxWidth: '20rem' }).setLngLat(e.lngLat).setDOMContent(this.#words(found)).addTo(map);
    });
    for (const layer of pointed) {
      map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
      map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
    }

    this.#dark.addEventListener('change', () => {
      map.setStyle(this.#style());
      map.once('styledata', () => this.#choose());
    });
  }

  // Days as bars, and two sliders, which a keyboard moves too.
  #brush(): HTMLElement {
    const box = document.createElement('div');
    box.className = 'brush';
    const bars = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const { events } = this.#days;
    bars.setAttribute('viewBox', `0 0 ${events.length} 100`);
    bars.setAttribute('preserveAspectRatio', 'none');
    bars.setAttribute('aria-hidden', 'true');
    const most = Math.max(...events);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', events.map((n, i) => `M${i} 100v${(-100 * n) / most}h1v${(100 * n) / most}z`).join(''));
    bars.append(path);
    box.append(bars);
    const last = this.#days.events.length - 1;
    const said = document.createElement('output');
    const sliders = [this.#slider('from', 0, last), this.#slider('to', last, last)];
    for (const [i, slider] of sliders.entries()) {
      slider.addEventListener('input', () => {
        const [from, to] = sliders.map(s => Number(s.value));
        const other = sliders[1 - i];
        if (other && from !== undefined && to !== undefined && from > to) {
          other.value = slider.value;
        }

        this.#choose();
      });
      const label = document.createElement('label');
      label.append(this.dataset[slider.name] ?? slider.name, ' ', slider);
      box.append(label);
    }

    box.append(said);
    return box;
  }

  #slider(name: string, value: number, most: number): HTMLInputElement {
    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', name, min: '0', max: String(most), step: '1', value: String(value) });
    return slider;
  }

  // Shows what may have been on the chosen days.
  #choose(): void {
    const [from, to] = [...this.querySelectorAll<HTMLInputElement>('.brush input')].map(s => this.#days.first + Number(s.value));
    if (from === undefined || to === undefined || !this.#map) {
      return;
    }

    const within: ExpressionSpecification = ['all', ['<=', ['get', 'from'], to], ['>=', ['get', 'to'], from]];
    this.#map.setFilter('points', within);
    const shown = this.#days.grounds.flatMap((windows, key) => (countOf(windows, from, to) > 0 ? [key] : []));
    const chosen: ExpressionSpecification = ['in', ['get', 'key'], ['literal', shown]];

    // Filled, a wide ground would cover what is known better.
    const isWide: ExpressionSpecification = ['>', ['get', 'degrees'], this.#wide()];
    this.#map.setFilter('grounds', ['all', chosen, ['!', isWide]]);
    this.#map.setFilter('ground-lines', ['all', chosen, ['!', isWide]]);
    this.#map.setFilter('spots', chosen);
    this.#map.setFilter('wide-lines', ['all', chosen, isWide]);
    const said = this.querySelector('output');
    if (said) {
      said.textContent = from === to ? dateOf(from) : `${dateOf(from)} – ${dateOf(to)}`;
    }
  }

  // What lies under the pointer, each with the page that says more.
  #words(features: MapGeoJSONFeature[]): HTMLElement {
    const list = document.createElement('ul');
    const seen = new Set<string>();
    for (const { properties } of features.slice(0, 12)) {
      const asks = properties.ask as string | undefined;
      const [path, text] = properties.event ? [`/incidents/${encodeURIComponent(properties.event as string)}`, `${properties.act as string}, ${this.#span(properties)}`]
        : asks ? [`/incidents?${asks}`, this.#many(this.#countOf(properties.key as number))]
          : ['', this.#many((properties.events as number | undefined) ?? this.#countOf(properties.key as number))];
      if (seen.has(path + text)) {
        continue;
      }

      seen.add(path + text);
      const item = document.createElement('li');
      if (path) {
        const link = document.createElement('a');
        link.href = path + (this.dataset.tail ? (path.includes('?') ? '&' : '?') + this.dataset.tail : '');
        link.textContent = text;
        item.append(link);
      } else {
        item.textContent = text;
      }

      list.append(item);
    }

    return list;
  }

  // A fifth of what is seen at first, corner to corner, degrees.
  #wide(): number {
    const [west = 0, south = 0, east = 0, north = 0] = (this.dataset.bounds ?? '').split(',').map(Number);
    return Math.hypot(east - west, north - south) / 5;
  }

  #countOf(key: number): number {
    const [from, to] = [...this.querySelectorAll<HTMLInputElement>('.brush input')].map(s => this.#days.first + Number(s.value));
    return countOf(this.#days.grounds[key] ?? [], from ?? -Infinity, to ?? Infinity);
  }

  #many(count: number): string {
    return (this.dataset.many ?? '{count}').replace('{count}', count.toLocaleString(document.documentElement.lang));
  }

  #span(properties: Record<string, unknown>): string {
    return properties.from === properties.to ? dateOf(properties.from as number) : `${dateOf(properties.from as number)} – ${dateOf(properties.to as number)}`;
  }

  #address(rest: string): string {
    return `/tiles/incidents${rest}${this.dataset.query ? `?${this.dataset.query}` : ''}`;
  }

  // The colours are those of the page.
  #style(): StyleSpecification {
    const colours = getComputedStyle(this);
    const colour = (name: string) => colours.getPropertyValue(name).trim();
    const side: ExpressionSpecification = ['match', ['get', 'side'], 0, colour('--a'), 1, colour('--b'), colour('--x')];
    const tiles = (path: string) => new URL(path, document.baseURI).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
    return {
      version: 8,
      sources: {
        land: { type: 'vector', tiles: [tiles('/tiles/land/{z}/{x}/{y}')], maxzoom: 8 },
        events: { type: 'vector', tiles: [tiles(this.#address('/{z}/{x}/{y}'))], maxzoom: widestZoom },
      },
      layers: [
        { id: 'sea', type: 'background', paint: { 'background-color': colour('--sea') } },
        { id: 'land', type: 'fill', source: 'land', 'source-layer': 'land', paint: { 'fill-color': colour('--land'), 'fill-outline-color': colour('--coast') } },
        { id: 'areas', type: 'line', source: 'events', 'source-layer': 'areas', paint: { 'line-color': colour('--coast') } },
        { id: 'wide-lines', type: 'line', source: 'events', 'source-layer': 'grounds', paint: { 'line-color': side, 'line-opacity': 0.6, 'line-dasharray': [3, 3] } },
        { id: 'grounds', type: 'fill', source: 'events', 'source-layer': 'grounds', paint: { 'fill-color': side, 'fill-opacity': 0.2 } },
        { id: 'ground-lines', type: 'line', source: 'events', 'source-layer': 'grounds', paint: { 'line-color': side, 'line-opacity': 0.75 } },
        {
          id: 'spots',
          type: 'circle',
          source: 'events',
          'source-layer': 'spots',
          paint: { 'circle-color': side, 'circle-radius': 4, 'circle-opacity': 0.4, 'circle-stroke-color': side, 'circle-stroke-width': 1 },
        },
        {
          id: 'points',
          type: 'circle',
          source: 'events',
          'source-layer': 'points',
          paint: {
            'circle-color': side,
            'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'events']], 1, 4, 10, 14],
            'circle-opacity': 0.8,
            'circle-stroke-color': colour('--land'),
            'circle-stroke-width': 1,
          },
        },
      ],
    };
  }
}

function countOf(windows: readonly number[], from: number, to: number): number {
  let count = 0;
  for (let i = 0; i + 2 < windows.length; i += 3) {
    count += windows[i]! <= to && windows[i + 1]! >= from ? windows[i + 2]! : 0;
  }

  return count;
}

function dateOf(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

customElements.define('holdfire-map', HoldfireMap);
