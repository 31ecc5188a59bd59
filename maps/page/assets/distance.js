// How far two points lie apart.

const [MAJOR_M, FLATTENING] = [6378137, 1 / 298.257223563];
const MOST_ROUNDS = 100;
/** No two points of the ellipsoid lie farther apart than its poles. */
const HALF_MERIDIAN_KM = 20003.931;

/**
 * The geodesic distance in kilometres on the WGS 84 ellipsoid; between points that lie almost opposite each other
 * on the sphere. Method: Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid" (1975),
 * https://doi.org/10.1179/sre.1975.23.176.88
 */
function distanceKm(one, other) {
  const rad = Math.PI / 180;
  const turn = (other.lon - one.lon) * rad;
  const [reduced, reducedOther] = [one, other].map(({ lat }) => Math.atan((1 - FLATTENING) * Math.tan(lat * rad)));
  const [sinU, cosU, sinV, cosV] = [Math.sin(reduced), Math.cos(reduced), Math.sin(reducedOther), Math.cos(reducedOther)];
  let lambda = turn;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const [sin, cos] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(cosV * sin, cosU * sinV - sinU * cosV * cos);
    if (!sinSigma) return 0;
    const cosSigma = sinU * sinV + cosU * cosV * cos;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU * cosV * sin) / sinSigma;
    const cosSquared = 1 - sinAlpha ** 2;
    const middle = cosSquared ? cosSigma - (2 * sinU * sinV) / cosSquared : 0;
    const c = (FLATTENING / 16) * cosSquared * (4 + FLATTENING * (4 - 3 * cosSquared));
    const last = lambda;
    lambda = turn + (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle ** 2 - 1)));
    if (Math.abs(lambda - last) < 1e-12) return lengthKm(sigma, sinSigma, cosSigma, middle, cosSquared);
  }
  const across = Math.sin((other.lat - one.lat) * rad / 2) ** 2 + Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * Math.sin(turn / 2) ** 2;
  return Math.min(HALF_MERIDIAN_KM, 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(across))));
}

function lengthKm(sigma, sinSigma, cosSigma, middle, cosSquared) {
  const minor = MAJOR_M * (1 - FLATTENING);
  const u = (cosSquared * (MAJOR_M ** 2 - minor ** 2)) / minor ** 2;
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const inner = cosSigma * (2 * middle ** 2 - 1) - (b / 6) * middle * (4 * sinSigma ** 2 - 3) * (4 * middle ** 2 - 3);
  return (minor * a * (sigma - b * sinSigma * (middle + (b / 4) * inner))) / 1000;
}
