/** What a dropped or chosen file holds: its text by paragraphs, and its title where it has one. */
export async function given(file: File): Promise<{ readonly title?: string; readonly text: string }> {
  const content = await file.text();
  if (!/html/.test(file.type) && !/\.x?html?$/i.test(file.name)) return { text: content };
  // A document that is parsed this way runs no script and loads nothing.
  const page = new DOMParser().parseFromString(content, 'text/html');
  const within = page.querySelector('article') ?? page.body;
  const paragraphs = [...within.querySelectorAll('p')].map((p) => (p.textContent ?? '').trim());
  const title = page.querySelector('h1')?.textContent ?? page.title;
  return {
    text: paragraphs.filter(Boolean).join('\n\n') || (within.textContent ?? '').trim(),
    ...(title.trim() && { title: title.trim() }),
  };
}
