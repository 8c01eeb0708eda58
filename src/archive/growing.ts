/** Numbers that more are put behind. */
export interface Growing {
  readonly push: (number: number) => void;
  readonly copy: (numbers: Uint32Array) => void;
  readonly length: () => number;
  readonly all: () => Uint32Array<ArrayBuffer>;
}

/** Room is made for so many numbers at a time. */
const ROOM = 2 ** 20;
const BYTES = Uint32Array.BYTES_PER_ELEMENT;
/** More keys than all articles have together, of however few one has very many: until room is made, they are but addresses. */
const mostOf = (articles: number): number => Math.max(2 ** 24, 2 ** 10 * articles);

/** Numbers of keys of so many articles, which grow where they are: to copy hundreds of megabytes would take as many again. */
export function growing(articles: number): Growing {
  const most = mostOf(articles);
  const buffer = new ArrayBuffer(0, { maxByteLength: most * BYTES });
  const numbers = new Uint32Array(buffer);
  let length = 0;
  const grow = (by: number) => {
    if (length + by > numbers.length) buffer.resize(Math.min(length + by + ROOM, most) * BYTES);
  };
  return {
    push(number) {
      grow(1);
      numbers[length++] = number;
    },
    copy(some) {
      grow(some.length);
      numbers.set(some, length);
      length += some.length;
    },
    length: () => length,
    all: () => new Uint32Array(buffer, 0, length),
  };
}
