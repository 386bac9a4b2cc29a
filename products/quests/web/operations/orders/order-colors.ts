export const orderColors = {
  awaiting_payment: 'warning',
  paid: 'success',
  cancelled: 'default',
  refunded: 'info',
} as const;

export const deliveryColors = {
  none: 'default',
  preparing: 'warning',
  sent: 'info',
  delivered: 'success',
  returned: 'error',
} as const;
