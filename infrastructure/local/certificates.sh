#!/usr/bin/env bash
# Makes an authority and one certificate for localhost, to try gRPC over TLS on one machine. Not for production.
#   infrastructure/local/certificates.sh [FOLDER] [DAYS]      (data/certificates, 30 days)
# Run again it keeps the authority and makes a new certificate, which running services take up by themselves.
set -euo pipefail

folder=${1:-data/certificates}
days=${2:-30}

command -v openssl >/dev/null || { echo "openssl is needed: install it" >&2; exit 69; }
[[ $days =~ ^[1-9][0-9]{0,3}$ ]] || { echo "usage: $0 [FOLDER] [DAYS]: DAYS is 1 to 9999" >&2; exit 64; }

umask 077
mkdir -p "$folder"
work=$(mktemp -d "$folder/.new.XXXXXX")
trap 'rm -rf "$work"' EXIT

if [[ ! -f $folder/ca.key || ! -f $folder/ca.pem ]]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days 3650 \
        -keyout "$work/ca.key" -out "$work/ca.pem" -subj "/CN=currency-travel local authority" \
        -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign" 2>/dev/null
    mv "$work/ca.key" "$work/ca.pem" "$folder/"
fi

cat > "$work/extensions" <<'EXTENSIONS'
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = DNS:localhost, IP:127.0.0.1, IP:::1
EXTENSIONS
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 \
    -keyout "$work/service.key" -out "$work/service.csr" -subj "/CN=currency-travel local service" 2>/dev/null
openssl x509 -req -in "$work/service.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -sha256 -days "$days" \
    -set_serial "0x$(openssl rand -hex 16)" -extfile "$work/extensions" -out "$work/service.pem" 2>/dev/null
mv "$work/service.key" "$work/service.pem" "$folder/"

folder=$(cd "$folder" && pwd)
cat <<SETTINGS
# Put this into the settings file (CONFIG_FILE) or the environment of every service:
GRPC_TLS_CERTIFICATE_FILE=$folder/service.pem
GRPC_TLS_KEY_FILE=$folder/service.key
GRPC_TLS_CA_FILE=$folder/ca.pem
GRPC_TLS_CLIENT_CERTIFICATES=required
SETTINGS
