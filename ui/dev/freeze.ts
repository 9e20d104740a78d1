/* The webview freezes Object.prototype (`freezePrototype`); so does the look mode, so that a library that minds is seen here first. */
Object.freeze(Object.prototype);
