export interface DrawingColors {
  readonly paper: string;
  readonly ink: string;
  readonly line: string;
  readonly fill: string;
  readonly accent: string;
  readonly font: string;
  readonly dark: boolean;
}

// The library keeps its settings in one place: drawings wait for each other.
let queue: Promise<unknown> = Promise.resolve();

async function draw(id: string, source: string, colors: DrawingColors): Promise<SVGElement> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: 'base',
    fontFamily: colors.font,
    themeVariables: {
      darkMode: colors.dark,
      background: colors.paper,
      primaryColor: colors.fill,
      primaryTextColor: colors.ink,
      primaryBorderColor: colors.accent,
      secondaryColor: colors.paper,
      tertiaryColor: colors.paper,
      lineColor: colors.line,
      textColor: colors.ink,
      noteBkgColor: colors.paper,
      noteTextColor: colors.ink,
      noteBorderColor: colors.line,
      fontSize: '14px',
    },
  });
  try {
    const { svg } = await mermaid.render(id, source);
    const drawing = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
    if (drawing === null) throw new Error('The drawing is empty.');
    return drawing;
  } finally {
    // What a failed drawing leaves behind.
    document.getElementById(`d${id}`)?.remove();
  }
}

/** Draws a diagram; rejects with the parser's own words. Nothing of the text runs or becomes HTML. */
export function drawMermaid(id: string, source: string, colors: DrawingColors): Promise<SVGElement> {
  const drawing = queue.then(() => draw(id, source, colors));
  queue = drawing.catch(() => undefined);
  return drawing;
}
