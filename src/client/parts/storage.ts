/** Something that a browser keeps for this page: null where it keeps nothing, or does not let us ask. */
export function readLocal(name: string): string | null {
  try {
    return localStorage.getItem(`korme-${name}`)
  } catch {
    return null
  }
}

/** Lets the browser keep it. One that does not is no fault. */
export function writeLocal(name: string, value: string): void {
  try {
    localStorage.setItem(`korme-${name}`, value)
  } catch {
    // The next load starts as the first did.
  }
}

/** The same for as long as the tab is open: a secret of one visit. */
export function readSession(name: string): string | null {
  try {
    return sessionStorage.getItem(`korme-${name}`) || null
  } catch {
    return null
  }
}

/** Keeps it; empty forgets it. */
export function writeSession(name: string, value: string): void {
  try {
    sessionStorage.setItem(`korme-${name}`, value)
  } catch {
    // Then it is asked for again after a reload.
  }
}
