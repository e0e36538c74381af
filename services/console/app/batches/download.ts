/** Hands a file to whoever is at the browser. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Once it is on its way.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
