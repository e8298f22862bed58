/** What a drawn part needs of its style where the page's style sheet is not. */
const STYLED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size'];

/** A chart or map as a file that stands for itself: its colours are those on the screen. */
export function svgOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const parts = svg.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((part, i) => {
    const style = getComputedStyle(parts[i]!);
    for (const name of STYLED) part.style.setProperty(name, style.getPropertyValue(name));
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(Math.round(width)));
  copy.setAttribute('height', String(Math.round(height)));
  copy.style.setProperty('color', getComputedStyle(svg).color);
  copy.style.setProperty('background', getComputedStyle(document.body).backgroundColor);
  return new XMLSerializer().serializeToString(copy);
}

/** What is drawn within an element as a PNG, in twice its size on the screen: an SVG, or the layers of a canvas. */
export async function pngOf(within: Element): Promise<Blob> {
  const svg = within.querySelector('svg');
  const drawn: readonly CanvasImageSource[] = svg
    ? [await imageOf(svgOf(svg))]
    : [...within.querySelectorAll('canvas')];
  const { width, height } = (svg ?? within.querySelector('canvas'))!.getBoundingClientRect();
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of drawn) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/png'));
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
