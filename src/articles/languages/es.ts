import type { Words } from "./words.ts";

export const es: Words = {
  monthFirst: false,
  months: { setiembre: 9, set: 9 },
  hours: ["horas", "h"],
  published: ["publicado el", "publicada el", "publicado", "publicada", "fecha de publicación"],
  updated: [
    "última actualización",
    "actualizado el",
    "actualizada el",
    "actualizado a las",
    "actualizada a las",
    "actualizado",
    "actualizada",
    "este artículo fue actualizado",
    "esta nota fue actualizada",
    "modificado el",
  ],
  by: ["texto de", "texto", "escrito por", "por"],
  and: ["y", "e"],
  neighbours: [
    "anterior",
    "siguiente",
    "artículo anterior",
    "artículo siguiente",
    "entrada anterior",
    "entrada siguiente",
  ],
};
