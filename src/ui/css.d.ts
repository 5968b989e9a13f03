/** A stylesheet as a string, minified by the build. */
declare module '*.css?inline' {
  const styles: string;
  export default styles;
}
