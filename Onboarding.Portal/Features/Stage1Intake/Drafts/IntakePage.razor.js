// Whether the browser is signed out: the answer leads to the sign-in page. Without a connection nothing is known, and nothing is said.
export async function isSignedOut(address) {
  try {
    const { type, status } = await fetch(address, { cache: "no-store", redirect: "manual" });
    return type === "opaqueredirect" || status === 401;
  } catch {
    return false;
  }
}
