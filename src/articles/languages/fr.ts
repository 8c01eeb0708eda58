import type { Words } from "./words.ts";

export const fr: Words = {
  monthFirst: false,
  months: {},
  hours: ["heures", "h"],
  published: ["publié le", "publiée le", "publié", "publiée", "mis en ligne le"],
  updated: [
    "dernière mise à jour",
    "mis à jour le",
    "mise à jour le",
    "mis à jour à",
    "mis à jour",
    "mise à jour",
    "cet article a été mis à jour",
    "modifié le",
    "actualisé le",
    "actualisé à",
    "actualisé",
  ],
  by: ["article rédigé par", "rédigé par", "écrit par", "texte de", "texte", "par"],
  and: ["et"],
  neighbours: ["précédent", "suivant", "article précédent", "article suivant"],
};
