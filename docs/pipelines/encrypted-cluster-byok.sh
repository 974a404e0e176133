#!/usr/bin/env bash
# From nothing to an encrypted cluster, and out again, with byok, the console's command line.
#
# What is to be made comes from the environment; nothing in here is changed for another cluster:
#   KEY_ID          https://{vault}.vault.azure.net/keys/{key}, without a version
#   KEY_VAULT_ID    /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/{vault}
#   TENANT_ID       the vault's tenant
#   ENVIRONMENT_ID  env-…, REGION such as westeurope, CLUSTER_NAME
#   BYOK_SERVER     the console, http://localhost:5080 unless told otherwise
#   BYOK_TOKEN_FILE in Live mode: live/api-token of the console's data folder
#   PART            in, out, or all (in, then out)
#
# byok ends with another code than 0 when something is refused, fails, or needs a person, and says which; so does this script.
set -euo pipefail

come_in() {
  local key
  # You attest by --material-generated that the key was generated in the vault; Azure does not tell.
  key=$(byok key create "$KEY_ID" --key-vault "$KEY_VAULT_ID" --tenant "$TENANT_ID" --region "$REGION" \
    --display-name "$CLUSTER_NAME" --material-generated | awk '$2 == "ID" { print $4 }')
  byok grant apply "$key" > /dev/null
  # Assigned is not yet in force: Azure takes minutes, seldom up to half an hour.
  byok grant wait "$key" --timeout 45m > /dev/null
  byok cluster create "$CLUSTER_NAME" --environment "$ENVIRONMENT_ID" --cloud azure --region "$REGION" --type dedicated --cku 1 --byok "$key" --wait
}

# The cluster of that name, wherever it came from.
cluster_id() {
  byok cluster list --environment "$ENVIRONMENT_ID" | awk -F ' *[|] *' -v name="$CLUSTER_NAME" '$2 == name { sub(/^ +/, "", $1); print $1 }'
}

# Every answer that the revocation needs is given here; one that is not ends the script with 6, and the run waits for a person.
go_out() {
  local cluster
  cluster=$(cluster_id)
  if [ "$(printf '%s' "$cluster" | grep -c .)" -ne 1 ]; then
    echo "There is not exactly one cluster named $CLUSTER_NAME in $ENVIRONMENT_ID." >&2
    exit 1
  fi
  byok revoke "$cluster" --environment "$ENVIRONMENT_ID" --agree --others-know --delete-registration \
    --clients-stopped 'The pipeline stopped every producer and consumer before.' --name "$CLUSTER_NAME" --key disable --remove-grants > /dev/null
  echo "The cluster is deleted, every version of the key disabled, the grants removed. Confluent releases the registration after five days; the console then deletes it by itself."
}

case ${PART:-all} in
  in) come_in ;;
  out) go_out ;;
  all) come_in; go_out ;;
  *) echo "PART is in, out or all." >&2; exit 2 ;;
esac
