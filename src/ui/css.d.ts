/** A stylesheet as a text, made smaller by the build. */
declare module '*.css?inline' {
  const styles: string;
  export default styles;
}
