/** White around it, in modules (ISO/IEC 18004 asks for four). */
const MARGIN = 4;

let encode: typeof import("qr").default | undefined;

/**
 * A text as a QR code, dark on white whatever the page's colours: cameras take no other for sure. The package makes its tables
 * when it is loaded, which is a good part of what a Worker does until it can answer.
 */
export async function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  encode ??= (await import("qr")).default;
  const rows = encode(text, "raw", { border: MARGIN });
  const size = rows.length;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={rows.flatMap(runsOf).join("")} />
    </svg>
  );
}

/** Each run of dark modules of a row, as a path. */
const runsOf = (row: readonly boolean[], y: number): readonly string[] =>
  row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1]) return [];
    const end = row.indexOf(false, x);
    const length = (end < 0 ? row.length : end) - x;
    return [`M${x} ${y}h${length}v1h-${length}z`];
  });
