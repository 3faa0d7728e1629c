/** What a bundle says of itself, for scripts that run without being bundled. */

Object.assign(globalThis, { ON_DISK: false });
