#!/bin/bash
# make.sh: remakes the certificates beside it. They are for tests on the loopback interface and for nothing else: the keys are public.
# All but expired.pem are valid until 2120. Needs OpenSSL 3.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/openssl.cnf" <<END
[req]
distinguished_name = name
prompt = no
[name]
[ca]
default_ca = test
[test]
new_certs_dir = $work
database = $work/index
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
organizationName = optional
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, DNS:agents.desk.test, IP:127.0.0.1
[elsewhere]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:elsewhere.desk.test
END
: >"$work/index"

new_key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null; }

# certificate OUT KEY EXTENSIONS NAME END AUTHORITY: AUTHORITY.pem and AUTHORITY.key sign it; "self": its own key.
# All begin in 2020, so that they are valid on machines whose clock is behind.
certificate() {
    local signer=(-selfsign -keyfile "$2")
    [ "$6" = self ] || signer=(-cert "$6.pem" -keyfile "$6.key")
    openssl req -new -config "$work/openssl.cnf" -key "$2" -subj "/CN=$4/O=Desk Tests" -out "$work/request.pem"
    openssl ca -batch -notext -config "$work/openssl.cnf" "${signer[@]}" -extensions "$3" -startdate 20200101000000Z \
        -enddate "$5" -in "$work/request.pem" -out "$1" 2>"$work/log" || { cat "$work/log" >&2; return 1; }
}

new_key server.key
new_key "$work/ca.key"
new_key "$work/stranger.key"
late=21200101000000Z
certificate "$work/ca.pem" "$work/ca.key" authority "Desk Test Authority" $late self
certificate "$work/stranger.pem" "$work/stranger.key" authority "Unknown Authority" $late self
cp "$work/ca.pem" ca.pem
certificate good.pem server.key server localhost $late "$work/ca"
certificate expired.pem server.key server localhost 20210101000000Z "$work/ca"
certificate wronghost.pem server.key elsewhere elsewhere.desk.test $late "$work/ca"
certificate untrusted.pem server.key server localhost $late "$work/stranger"
certificate selfsigned.pem server.key server localhost $late self
