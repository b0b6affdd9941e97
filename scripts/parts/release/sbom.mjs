import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library';
import { placeOf } from '../lock-file.mjs';

/** A list of what is inside in CycloneDX 1.6, as text: the same for the same release, so it has no serial number. */
export function sbomOf(packages, { product, lock, at }) {
  const root = new Models.Component(Enums.ComponentType.Application, product.name, {
    bomRef: purlOf(product),
    version: product.version,
    purl: purlOf(product),
    licenses: licensesOf(product.license),
  });
  const components = new Map(packages.map((one) => [one.path, componentOf(one)]));
  join(root, { path: '', lock, components });
  for (const [path, component] of components) join(component, { path, lock, components });
  const bom = new Models.Bom({
    components: new Models.ComponentRepository(components.values()),
    metadata: new Models.Metadata({ component: root, timestamp: at }),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentOf({ name, version, integrity, license, as }) {
  const [, group, short] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name);
  const purl = purlOf({ name, version });
  return new Models.Component(Enums.ComponentType.Library, short, {
    ...(group && { group }),
    bomRef: purl,
    version,
    purl,
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], hexOf(integrity)]]),
    licenses: licensesOf(license),
    // Files of its own, or compiled into the application's.
    properties: new Models.PropertyRepository([new Models.Property('enpass-adoption-history:inside-as', as)]),
  });
}

function join(component, { path, lock, components }) {
  for (const name of Object.keys(lock.packages[path].dependencies ?? {})) {
    const found = components.get(placeOf(lock.packages, path, name));
    if (found) component.dependencies.add(found.bomRef);
  }
}

const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The lock file has `sha512-` and base64. */
const hexOf = (integrity) => Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');

function licensesOf(license) {
  return new Models.LicenseRepository([licenseOf(license ?? 'unknown')]);
}

function licenseOf(license) {
  if (SPDX.isSupportedSpdxId(license)) return new Models.SpdxLicense(license);
  return / (AND|OR|WITH) /.test(license) ? new Models.LicenseExpression(license) : new Models.NamedLicense(license);
}
