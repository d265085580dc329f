// How much work a figure may ask for (docs/bundle-format.md). What asks for more is not recomputed, by neither verifier.

/** The most windows, pairs of a claim and one that includes it, and pairs of a claim and a window that it touches. */
export const most = { windows: 20_000, inclusions: 250_000, touches: 2_000_000 };

/** Steps of work after which this verifier gives up; some seconds. */
const mostSteps = 100_000_000;

/** A figure cannot be recomputed here, which is no fault of the bundle. */
export class Undecided extends Error {}

export const tooLarge = (what) => new Undecided(`cannot say: too large; ${what}`);

/** Counts steps, and gives up after too many. */
export class Work {
  #left = mostSteps;

  take(steps) {
    this.#left -= steps;
    if (this.#left < 0) throw tooLarge('it takes more steps than this program goes');
  }
}
