const OPEN =
  /^(?:cc0|cc[ -]?by(?:[ -](?:sa|nd))?(?:[ -]?\d(?:\.\d)?)?(?: .*)?|creative commons (?:attribution|zero).*|public[ -]domain(?: .*)?|pdm(?:[ -]1\.0)?|ogl(?:[ -].*)?|open government licen[cs]e.*|odc-by.*|odbl.*|us(?:a)?[ -]gov(?:ernment)?(?:[ -]works?)?)$/i;
const ADDRESS = /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses\/by(?:-sa|-nd)?\/|publicdomain\/)/i;

/** Whether a licence, by its SPDX name, its address or its usual words, lets everybody read the text. */
export const isOpen = (licence: string | null | undefined): boolean =>
  Boolean(licence) && (OPEN.test(licence!.trim()) || ADDRESS.test(licence!.trim()));
