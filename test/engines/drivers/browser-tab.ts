// What the rows need of a browser. Each driver implements it once; the rows know nothing else of drivers.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The keys that rows press, by their names in `KeyboardEvent.code`. */
export type PressedKey = 'Tab' | 'Enter' | 'Escape' | 'Space' | 'PageDown' | 'End';

/** One tab with a storage of its own. All input goes through the browser, as if it came from a hand. */
export interface BrowserTab {
  goto(address: string): Promise<void>;
  /** Runs a function in the page. It may use its arguments and the page, and nothing else. */
  evaluate<Result, Arguments extends readonly unknown[]>(
    run: (...given: Arguments) => Result,
    ...given: Arguments
  ): Promise<Awaited<Result>>;
  /** Sets the size of the page, in CSS pixels. A browser may have a smallest width. */
  resize(width: number, height: number): Promise<void>;
  click(at: Point): Promise<void>;
  /** Two clicks, the second right after the first. */
  doubleClick(at: Point): Promise<void>;
  /** Presses the mouse button at one point, moves the pointer in steps, and releases it at the other. */
  drag(from: Point, to: Point): Promise<void>;
  /** Turns the mouse wheel down by so many CSS pixels. */
  scrollDown(at: Point, pixels: number): Promise<void>;
  press(key: PressedKey, isShifted?: boolean): Promise<void>;
  type(text: string): Promise<void>;
  /** Cuts the tab off from the network, or connects it again. */
  setOffline(isOffline: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A running browser. */
export interface RunningBrowser {
  /** Name and version, as the README lists them. */
  readonly name: string;
  openTab(): Promise<BrowserTab>;
  close(): Promise<void>;
}

/** The source of a call that gives the result in the page. A text, because the policies of some pages forbid `eval`. */
export const printCall = (run: (...given: never[]) => unknown, given: readonly unknown[]) =>
  `(${run})(...${JSON.stringify(given)})`;
