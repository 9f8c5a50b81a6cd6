/** The icon of Korme's pages in tabs and bookmarks: a slide on an easel. */
export const appIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c8f"/><rect x="6" y="8" width="20" height="12" rx="1.5" fill="#fff"/><path d="M16 20v5M11 26l5-4 5 4" fill="none" stroke="#f4c33d" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>
`
