/** The runtime of Handlebars, for which the package has no types of its own. */
declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars'
  export default Handlebars
}
