#!/usr/bin/env bash
# From nothing to an encrypted cluster, and out again, with curl against the console's API.
#
# What is to be made comes from the environment; nothing in here is changed for another cluster:
#   KEY_ID          https://{vault}.vault.azure.net/keys/{key}, without a version
#   KEY_VAULT_ID    /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/{vault}
#   TENANT_ID       the vault's tenant
#   ENVIRONMENT_ID  env-…, REGION such as westeurope, CLUSTER_NAME
#   BYOK_SERVER     the console, http://localhost:5080 unless told otherwise
#   BYOK_TOKEN_FILE in Live mode: live/api-token of the console's data folder
#   PART            in, out, or all (in, then out)
set -euo pipefail

server=${BYOK_SERVER:-http://localhost:5080}/api/v1
part=${PART:-all}

# Asks the API and prints its answer; a refusal is printed with every reason, and ends the script.
api() {
  local method=$1 path=$2 body=${3:-} answer status
  answer=$(credential | curl --silent --show-error --config - --request "$method" --header 'Content-Type: application/json' \
    ${body:+--data "$body"} --write-out '\n%{http_code}' "$server$path")
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  if [ "$status" -ge 400 ]; then
    printf '%s %s was refused (%s):\n' "$method" "$path" "$status" >&2
    printf '%s\n' "$answer" | grep -o '"detail":"[^"]*"' | cut -d'"' -f4 | sed 's/^/  /' >&2
    exit 1
  fi
  printf '%s\n' "$answer"
}

# The token goes by curl's standard input: a command line can be read by every user of the machine.
credential() {
  if [ -n "${BYOK_TOKEN_FILE:-}" ]; then
    printf 'header = "Authorization: Bearer %s"\n' "$(cat "$BYOK_TOKEN_FILE")"
  fi
}

# The first text of that name in an answer; nothing when there is none.
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d'"' -f4 || true; }

# Follows a run to its end, as the console tells of it, and prints how it ended.
follow() {
  local last
  last=$(credential | curl --silent --show-error --no-buffer --config - "$server/runs/$1/events" | grep '^data: ' | tail -n 1)
  if [ "$(printf '%s' "$last" | field state)" != succeeded ]; then
    printf 'Run %s: %s %s\n' "$1" "$(printf '%s' "$last" | field reason)" "$(printf '%s' "$last" | field what_exists)" >&2
    exit 1
  fi
  printf '%s\n' "$last"
}

come_in() {
  local run key cluster
  # Under one key a request that is sent again is the same request.
  run=$(api POST /keys "{\"key_id\":\"$KEY_ID\",\"key_vault_id\":\"$KEY_VAULT_ID\",\"tenant_id\":\"$TENANT_ID\",\"region\":\"$REGION\",\"display_name\":\"$CLUSTER_NAME\",\"material_generated\":true}" | field id)
  key=$(follow "$run" | field registration_id)
  echo "Registered as $key."

  run=$(api POST "/keys/$key/grant" | field id)
  follow "$run" > /dev/null
  # Assigned is not yet in force: Azure takes minutes, seldom up to half an hour.
  until [ "$(api GET "/keys/$key/grant" | field phase)" = in_force ]; do
    sleep 2
  done
  echo "Confluent wraps and unwraps with the key."

  run=$(api POST "/environments/$ENVIRONMENT_ID/clusters" "{\"display_name\":\"$CLUSTER_NAME\",\"region\":\"$REGION\",\"availability\":\"single_zone\",\"cku\":1,\"registration_id\":\"$key\"}" | field id)
  cluster=$(follow "$run" | field cluster_id)
  echo "Cluster $cluster is encrypted with $KEY_ID."
}

# The one cluster of exactly that name, wherever it came from; none or several end the script.
cluster_id() {
  local name found
  name=$(printf '%s' "$CLUSTER_NAME" | od -An -tx1 | tr -d ' \n' | sed 's/../%&/g')
  found=$(api GET "/environments/$ENVIRONMENT_ID/clusters?display_name=$name")
  case $found in
    *'"total_size":1}'*) printf '%s' "$found" | field id ;;
    *) echo "There is not exactly one cluster named $CLUSTER_NAME in $ENVIRONMENT_ID." >&2; exit 1 ;;
  esac
}

answer() {
  local run=$1 mark=$2 choice=$3 text=${4:-} options=${5:-}
  api POST "/runs/$run/answer" "{\"mark\":\"$mark\",\"choice\":\"$choice\",\"text\":\"$text\",\"options\":[$options]}" > /dev/null
}

# Each question of the revocation gets the one answer that this script stands for; any other ends it, and the run waits for a person.
go_out() {
  local cluster run state mark
  cluster=$(cluster_id)
  run=$(api POST "/environments/$ENVIRONMENT_ID/clusters/$cluster/revocation" | field id)
  while :; do
    state=$(api GET "/runs/$run")
    mark=$(printf '%s' "$state" | field mark)
    case $state in
      *'"name":"wait_release"'*'"state":"waiting"'*'"name":"delete_registration"'*)
        echo "The cluster is deleted, every version of the key disabled, the grants removed. Confluent releases the registration after five days; the console then deletes it by itself (run $run)."
        return ;;
      *'"has_ended":true'*) printf '%s\n' "$state" | field reason >&2; exit 1 ;;
      *'"id":"agree-plan"'*) answer "$run" "$mark" agree-plan '' '"others-know","delete-registration"' ;;
      *'"id":"delete-cluster"'*) answer "$run" "$mark" delete-cluster "$CLUSTER_NAME" ;;
      *'"id":"state-stopped"'*) answer "$run" "$mark" state-stopped 'The pipeline stopped every producer and consumer before.' ;;
      *'"id":"disable-key"'*) answer "$run" "$mark" disable-key ;;
      *'"id":"remove-grants"'*) answer "$run" "$mark" remove-grants ;;
      *'"mark":'*) echo "Run $run asks what this script does not answer: $(printf '%s' "$state" | field text)" >&2; exit 1 ;;
      *) sleep 1 ;;
    esac
  done
}

case $part in
  in) come_in ;;
  out) go_out ;;
  all) come_in; go_out ;;
  *) echo "PART is in, out or all." >&2; exit 2 ;;
esac
