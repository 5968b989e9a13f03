/** What the build writes into the files (`vite.config.ts`). */
interface ImportMetaEnv {
  /** The version of the package; start and form belong together only when they have the same. */
  readonly VITE_VERSION?: string;
  /** The hash of the form's classic script, as the attribute `integrity` takes it. */
  readonly VITE_FORM_INTEGRITY?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
